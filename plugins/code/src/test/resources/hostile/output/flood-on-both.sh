# expect: output
# layer: cap of output
yes flood & yes flood >&2
