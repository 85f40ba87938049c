# expect: cpu
# layer: sum of processor time
while True:
    pass
