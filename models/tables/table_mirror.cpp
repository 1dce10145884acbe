#include "models/tables/table_mirror.h"
