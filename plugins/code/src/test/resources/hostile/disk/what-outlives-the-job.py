# expect: exit 0
# layer: no such place
for place in ("/run/lock", "/var/lock", "/var/lib", "/var/spool", "/run/user", "/mnt", "/media", "/srv", "/root"):
    try:
        open(place + "/left", "w").close()
        print("REACHED", place)
    except OSError as e:
        print(e)
