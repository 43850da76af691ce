package clipdesk.transcript.fuzzing;

import clipdesk.transcript.heard.HeardReader;
import clipdesk.transcript.refusals.RefusedInputException;
import clipdesk.transcript.text.TextReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file that is read, or refused in one of the two families; anything else is a bug. */
final class HostileFile {
  private static final int DURATION_MS = 3_600_000;

  private static final com.sun.management.ThreadMXBean THREAD =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** No file may take longer. */
  private static final long MAX_NANOS = 2_000_000_000;

  /** Of buffers whose size has nothing to do with the file. */
  private static final long FIXED_BYTES = 64 << 20;

  private static final int TIMES_THE_FILE = 200;

  private HostileFile() {}

  /**
   * @return whether words were read: in order, and inside of the sound
   */
  static boolean words(byte[] file) {
    try {
      var last = 0;
      for (var word : HeardReader.read(file, DURATION_MS).words()) {
        check(!word.text().isEmpty(), word);
        check(word.inMs() >= last && word.outMs() >= word.inMs(), word);
        check(word.outMs() <= DURATION_MS, word);
        last = word.inMs();
      }
      return true;
    } catch (RefusedInputException refused) {
      check(!refused.getMessage().isEmpty(), refused);
      return false;
    }
  }

  /**
   * @return whether a text was read: its lines one after another
   */
  static boolean text(byte[] file) {
    try {
      var official = TextReader.read(file);
      var last = 0;
      for (var line : official.lines()) {
        check(line.start() >= last && line.end() <= official.text().length(), line);
        last = line.end();
      }
      return true;
    } catch (RefusedInputException refused) {
      check(!refused.getMessage().isEmpty(), refused);
      return false;
    }
  }

  /** As {@link #text}, of the main part of a DOCX that is sound otherwise. */
  static boolean document(byte[] part) {
    return text(docx(part));
  }

  static byte[] docx(byte[] part) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(part);
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes can be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * A reading that is bounded in processor time, which does not depend on what else the machine
   * does, and in memory. Not for fuzzers, whose changes to classes are paid for inside the first
   * readings.
   */
  static boolean isReadModestly(Predicate<byte[]> reading, byte[] file) {
    var started = THREAD.getCurrentThreadCpuTime();
    var allocated = THREAD.getCurrentThreadAllocatedBytes();
    var read = reading.test(file);
    var nanos = THREAD.getCurrentThreadCpuTime() - started;
    var bytes = THREAD.getCurrentThreadAllocatedBytes() - allocated;
    check(
        nanos <= MAX_NANOS && bytes <= FIXED_BYTES + TIMES_THE_FILE * (long) file.length,
        "%d ms and %d bytes for a file of %d bytes"
            .formatted(nanos / 1_000_000, bytes, file.length));
    return read;
  }

  private static void check(boolean holds, Object what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
