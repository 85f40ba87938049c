package io.bellhop.plugins.code.engine.toolchain;

import java.util.List;
import java.util.Optional;

/**
 * What each language is tried with.
 *
 * @param language its name
 * @param echo prints what it reads, a line, in capital letters after "read "
 * @param args prints its arguments, each in brackets
 * @param exit exits with 3, after a word on standard error
 * @param broken does not compile, for languages that are compiled
 * @param fragment prints 42 without being a whole program, where that needs a boilerplate
 */
record Sample(
        String language,
        Optional<String> echo,
        Optional<String> args,
        String exit,
        Optional<String> broken,
        Optional<String> fragment) {
    static List<Sample> all() {
        return List.of(
                new Sample(
                        "bash",
                        Optional.of("read -r line; echo \"read ${line^^}\""),
                        Optional.of("for a in \"$@\"; do echo \"[$a]\"; done"),
                        "echo oops >&2; exit 3",
                        Optional.empty(),
                        Optional.empty()),
                new Sample(
                        "c",
                        Optional.of("""
                                #include <stdio.h>
                                #include <ctype.h>
                                int main(void) {
                                    printf("read ");
                                    for (int c; (c = getchar()) != EOF;) putchar(toupper(c));
                                }
                                """),
                        Optional.of("""
                                #include <stdio.h>
                                int main(int argc, char **argv) {
                                    for (int i = 1; i < argc; i++) printf("[%s]\\n", argv[i]);
                                }
                                """),
                        "#include <stdio.h>\nint main(void) { fprintf(stderr, \"oops\\n\"); return 3; }",
                        Optional.of("int main(void) { return oops; }"),
                        Optional.of("#include <time.h>\nprintf(\"%d\\n\", (int) sqrt(1764));")),
                new Sample(
                        "cpp",
                        Optional.of("""
                                #include <iostream>
                                #include <string>
                                int main() {
                                    std::string line;
                                    std::getline(std::cin, line);
                                    for (char &c : line) c = toupper(c);
                                    std::cout << "read " << line << std::endl;
                                }
                                """),
                        Optional.of("""
                                #include <iostream>
                                int main(int argc, char **argv) {
                                    for (int i = 1; i < argc; i++) std::cout << "[" << argv[i] << "]\\n";
                                }
                                """),
                        "#include <iostream>\nint main() { std::cerr << \"oops\\n\"; return 3; }",
                        Optional.of("int main() { return oops; }"),
                        Optional.of(
                                "#include <numeric>\nvector<int> v{20, 22}; cout << accumulate(v.begin(), v.end(), 0) << endl;")),
                new Sample(
                        "go",
                        Optional.of("""
                                package main

                                import (
                                    "bufio"
                                    "fmt"
                                    "os"
                                    "strings"
                                )

                                func main() {
                                    line, _ := bufio.NewReader(os.Stdin).ReadString('\\n')
                                    fmt.Println("read", strings.ToUpper(strings.TrimSpace(line)))
                                }
                                """),
                        Optional.of("for _, a := range os.Args[1:] { fmt.Printf(\"[%s]\\n\", a) }"),
                        "fmt.Fprintln(os.Stderr, \"oops\"); os.Exit(3)",
                        Optional.of("package main\nfunc main() { oops() }"),
                        Optional.of("import \"math\"\nfmt.Println(int(math.Sqrt(1764)))")),
                new Sample(
                        "java",
                        Optional.of("""
                                import java.util.Scanner;
                                public class Reader {
                                    public static void main(String[] args) {
                                        System.out.println("read " + new Scanner(System.in).nextLine().toUpperCase());
                                    }
                                }
                                """),
                        Optional.of("class Args { public static void main(String[] args) {"
                                + " for (var a : args) System.out.println(\"[\" + a + \"]\"); } }"),
                        "System.err.println(\"oops\"); System.exit(3);",
                        Optional.of("class Broken { public static void main(String[] args) { oops(); } }"),
                        Optional.of(
                                "import java.util.stream.IntStream;\nIO.println(IntStream.rangeClosed(4, 9).sum() + 3);")),
                new Sample(
                        "lua",
                        Optional.of("print('read ' .. io.read('l'):upper())"),
                        Optional.of("for _, a in ipairs(arg) do print('[' .. a .. ']') end"),
                        "io.stderr:write('oops\\n'); os.exit(3)",
                        Optional.empty(),
                        Optional.empty()),
                new Sample(
                        "node",
                        Optional.of(
                                "console.log('read ' + require('fs').readFileSync(0, 'utf8').trim().toUpperCase())"),
                        Optional.of("process.argv.slice(2).forEach(a => console.log(`[${a}]`))"),
                        "console.error('oops'); process.exit(3)",
                        Optional.empty(),
                        Optional.empty()),
                new Sample(
                        "ocaml",
                        Optional.of("print_endline (\"read \" ^ String.uppercase_ascii (read_line ()))"),
                        Optional.of("Array.iteri (fun i a -> if i > 0 then Printf.printf \"[%s]\\n\" a) Sys.argv"),
                        "let () = prerr_endline \"oops\"; exit 3",
                        Optional.of("let () = print_int \"oops\""),
                        Optional.empty()),
                new Sample(
                        "perl",
                        Optional.of("print 'read ' . uc(<STDIN>)"),
                        Optional.of("print \"[$_]\\n\" for @ARGV"),
                        "print STDERR \"oops\\n\"; exit 3",
                        Optional.empty(),
                        Optional.empty()),
                new Sample(
                        "php",
                        Optional.of("<?php echo 'read ' . strtoupper(fgets(STDIN));"),
                        Optional.of("<?php foreach (array_slice($argv, 1) as $a) echo \"[$a]\\n\";"),
                        "fwrite(STDERR, \"oops\\n\"); exit(3);",
                        Optional.empty(),
                        Optional.of("echo 6 * 7, \"\\n\";")),
                new Sample(
                        "python",
                        Optional.of("print('read', input().upper())"),
                        Optional.of("import sys\nfor a in sys.argv[1:]: print(f'[{a}]')"),
                        "import sys\nprint('oops', file=sys.stderr)\nsys.exit(3)",
                        Optional.empty(),
                        Optional.empty()),
                new Sample(
                        "ruby",
                        Optional.of("puts 'read ' + $stdin.gets.upcase"),
                        Optional.of("ARGV.each { |a| puts \"[#{a}]\" }"),
                        "warn 'oops'; exit 3",
                        Optional.empty(),
                        Optional.empty()),
                new Sample(
                        "rust",
                        Optional.of("""
                                use std::io;
                                fn main() {
                                    let mut line = String::new();
                                    io::stdin().read_line(&mut line).unwrap();
                                    println!("read {}", line.trim().to_uppercase());
                                }
                                """),
                        Optional.of("for a in std::env::args().skip(1) { println!(\"[{}]\", a); }"),
                        "eprintln!(\"oops\"); std::process::exit(3);",
                        Optional.of("fn main() { oops(); }"),
                        Optional.of("use std::collections::HashMap;\n"
                                + "let m = HashMap::from([(1, 42)]);\nprintln!(\"{}\", m[&1]);")),
                new Sample(
                        "sqlite",
                        Optional.empty(),
                        Optional.empty(),
                        ".output stderr\n.print oops\n.exit 3",
                        Optional.empty(),
                        Optional.empty()),
                new Sample(
                        "typescript",
                        Optional.of("""
                                import * as fs from "fs";
                                const line: string = fs.readFileSync(0, "utf8").trim();
                                console.log("read " + line.toUpperCase());
                                """),
                        Optional.of("process.argv.slice(2).forEach((a: string) => console.log(`[${a}]`))"),
                        "console.error('oops'); process.exit(3)",
                        Optional.of("const n: number = oops;"),
                        Optional.empty()));
    }

    /** {@return its name, for the names of tests} */
    @Override
    public String toString() {
        return language;
    }
}
