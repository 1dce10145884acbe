#include "models/booking/command_bus.h"
