#pragma once

#include "app/admin/command.h"

namespace frontdesk::admin
{

[[nodiscard]] Command checkCommand();

} // namespace frontdesk::admin
