#include "models/storage/connection.h"
