# expect: cpu
# layer: sum of processor time
import signal
def again(number, frame):
    while True:
        pass
for number in (signal.SIGTERM, signal.SIGXCPU, signal.SIGALRM):
    signal.signal(number, again)
signal.alarm(1)
while True:
    pass
