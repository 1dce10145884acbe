#pragma once

namespace frontdesk
{

/// Makes :/sql readable; a static library's resources are not there by themselves. May be called often.
void loadSqlResources();

} // namespace frontdesk
