#include "DetachedThreadCheck.h"
