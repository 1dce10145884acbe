#pragma once

#include "app/admin/command.h"

namespace frontdesk::admin
{

[[nodiscard]] Command breaksCommand();

} // namespace frontdesk::admin
