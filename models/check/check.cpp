#include "models/check/check.h"
