#include "models/domain/takes.h"
