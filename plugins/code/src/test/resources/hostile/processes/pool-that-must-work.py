# expect: exit 0
# layer: nothing: it is no attack
from multiprocessing import Pool
def square(number):
    return number * number
if __name__ == "__main__":
    with Pool(4) as pool:
        print("works" if sum(pool.map(square, range(10))) == 285 else "REACHED")
