# expect: exit 0 / time / cpu / memory
# layer: limit of processes
exec 2>/dev/null    # what it can not do it complains of, up to the cap of output
bomb() { bomb | bomb & }
bomb &    # the one fork that this shell needs comes before there are others
exec sleep 1000
