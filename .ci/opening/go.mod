// Measures how a window opens, from outside: as an X client, so that what it measures links nothing of it.
module deskleaf-opening

go 1.26.0

require github.com/jezek/xgb v1.3.1
