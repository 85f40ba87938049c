# expect: exit 1
# layer: stdin is closed after its end
input("name? ")
