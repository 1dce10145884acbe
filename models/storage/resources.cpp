#include "models/storage/resources.h"

#include <QtGlobal>

#include <mutex>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void initialise()
{
    Q_INIT_RESOURCE(sql);
}

namespace frontdesk
{

void loadSqlResources()
{
    static std::once_flag once;
    std::call_once(once, initialise);
}

} // namespace frontdesk
