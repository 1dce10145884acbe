#pragma once

#include "app/admin/command.h"

namespace frontdesk::admin
{

/// `book`, which is longer than the other commands, because --client may name somebody new.
[[nodiscard]] Command bookCommand();

} // namespace frontdesk::admin
