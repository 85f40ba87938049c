# expect: exit 0 / time / cpu / memory
# layer: limit of processes
bomb() { bomb | bomb & }
bomb
exec sleep 1000
