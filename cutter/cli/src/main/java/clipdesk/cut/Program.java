package clipdesk.cut;

import picocli.CommandLine;

/**
 * A command as a program: without arguments it says how it is used, else it exits with its code.
 */
final class Program {
  private Program() {}

  static void run(Object command, String... arguments) {
    // The SDK's logging facade would complain that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    var line = new CommandLine(command);
    if (arguments.length == 0) {
      line.usage(System.err);
      System.exit(GuardedRun.WRONG_USE);
    }
    System.exit(line.execute(arguments));
  }
}
