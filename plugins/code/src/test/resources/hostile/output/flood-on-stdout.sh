# expect: output
# layer: cap of output
yes flood
