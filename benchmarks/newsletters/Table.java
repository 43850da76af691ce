package clipdesk.newsletters.sending;

import java.io.PrintStream;
import java.util.Locale;

/** Names and figures, in columns. */
final class Table {
  private final PrintStream out;

  Table(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    out.printf("%n%s%n", text);
  }

  void row(String what, Object figure) {
    var shown =
        switch (figure) {
          case Double number -> String.format(Locale.ROOT, "%,.2f", number);
          case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
          default -> String.valueOf(figure);
        };
    out.printf("  %-78s %14s%n", what, shown);
  }
}
