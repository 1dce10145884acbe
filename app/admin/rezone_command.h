#pragma once

#include "app/admin/command.h"

namespace frontdesk::admin
{

[[nodiscard]] Command rezoneCommand();

} // namespace frontdesk::admin
