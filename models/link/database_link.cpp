#include "models/link/database_link.h"
