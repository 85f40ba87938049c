# expect: exit 0 / time / cpu / memory / output
# layer: limit of processes
bomb() { bomb | bomb & }
bomb &    # the one fork that this shell needs comes before there are others
exec sleep 1000
