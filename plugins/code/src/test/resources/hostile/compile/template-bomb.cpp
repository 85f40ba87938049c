// expect: compile / memory / time / cpu / output
// layer: compile limits
template<int n, class... all> struct bomb : bomb<n - 1, all..., bomb<n - 1>>, bomb<n - 1, bomb<n - 1, all...>> { };
template<class... all> struct bomb<0, all...> { };
int main() { bomb<40> held; }
