#include "models/availability/availability.h"
