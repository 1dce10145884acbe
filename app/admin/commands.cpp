#include "models/booking/commands.h"
