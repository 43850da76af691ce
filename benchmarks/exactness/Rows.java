import clipdesk.cutter.testmedia.MasterType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows of a run, kept as soon as they are whole, so that a run that was ended can go on. */
final class Rows {
  private static final Path FOLDER = Path.of("target", "benchmarks", "exactness");
  private static final Path ENGINE = Path.of("cutter", "target", "classes");

  private final Path file;
  private final Map<MasterType, Row> known = new EnumMap<>(MasterType.class);

  /**
   * What the cuts of one kind gave.
   *
   * @param right of the compared cuts of FFmpeg
   */
  record Row(
      MasterType type, int cuts, long frames, long copied, long wrong, int right, int compared) {

    void print() {
      System.out.printf(
          Locale.ROOT,
          "%-40s %6d %8d %8.1f%% %6d   %d of %d%n",
          type,
          cuts,
          frames,
          100.0 * copied / frames,
          wrong,
          right,
          compared);
    }

    private String line() {
      return "%s %d %d %d %d %d %d%n".formatted(type, cuts, frames, copied, wrong, right, compared);
    }

    private static Row of(String line) {
      var words = line.split(" ", -1);
      return new Row(
          MasterType.valueOf(words[0]),
          Integer.parseInt(words[1]),
          Long.parseLong(words[2]),
          Long.parseLong(words[3]),
          Long.parseLong(words[4]),
          Integer.parseInt(words[5]),
          Integer.parseInt(words[6]));
    }
  }

  /**
   * Of the engine as it is: rows of another one are left where they are.
   *
   * @param resumes whether those that are there count
   */
  Rows(int cuts, long seed, boolean resumes) throws IOException {
    Files.createDirectories(FOLDER);
    file = FOLDER.resolve("%d-cuts-seed-%d-%s.rows".formatted(cuts, seed, engine()));
    if (resumes && Files.exists(file)) {
      Files.readAllLines(file).stream().map(Row::of).forEach(row -> known.put(row.type(), row));
    } else {
      Files.writeString(file, "");
    }
  }

  private static String engine() throws IOException {
    try (var files = Files.walk(ENGINE)) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var of : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(Files.readAllBytes(of));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<Row> of(MasterType type) {
    return Optional.ofNullable(known.get(type));
  }

  Row keep(Row row) throws IOException {
    Files.writeString(file, row.line(), StandardOpenOption.APPEND);
    return row;
  }
}
