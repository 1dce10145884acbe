#include "models/demo/demo.h"
