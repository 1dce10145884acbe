#pragma once

#include "models/interchange/plan_tools.h"

namespace frontdesk
{

/// Adds what a service of the file needs to the plan; its locations and resources are planned already.
void planService(PlanTools& tools, const BusinessFile::ServiceEntry& entry);

} // namespace frontdesk
