package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.refusals.CodecHungException;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.ReencodeTooLongException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure that the engine and the sources know, with the words that are technical in it. */
final class RefusalTest {
  private static final String SOURCE = "talks/session 4.mp4";
  private static final String TECHNICAL = "moov/trak/stsz null java.lang.Object@64c87930 Exception";

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureIsASentenceForAPerson(Exception failure) {
    for (var refusal : new Refusal[] {Refusal.ofCut(SOURCE), Refusal.ofPreview(SOURCE)}) {
      var said = refusal.sentence(failure);

      assertThat(said)
          .contains(SOURCE)
          .endsWith(".")
          .doesNotEndWith("..")
          .doesNotContain("@", "Exception", "null", "moov", "java.", "clipdesk.", "%")
          .doesNotContainPattern("size \\d+, but");
      assertThat(said.split("\\. ")).as("what is wrong, and what to do").hasSizeGreaterThan(1);
    }
  }

  @ParameterizedTest
  @EnumSource(SourceException.Fault.class)
  void everyFaultOfASourceIsASentence(SourceException.Fault fault) {
    var said = fault.of("example.org", 503, "/session.mp4").getMessage();

    assertThat(said).endsWith(".").doesNotContain("%", "null").matches("(?s).*[.:] .*");
  }

  @Test
  void joinedRecordingsWhoseClocksOverlapAreCalledSo() {
    var twoAtOnce = new MalformedMasterException(MalformedMasterException.TIMES, -1, TECHNICAL);

    assertThat(Refusal.ofCut("both.ts").sentence(twoAtOnce))
        .startsWith("both.ts shows two pictures at one time")
        .contains("joined");
  }

  static Stream<Exception> failures() {
    var unsupported =
        Arrays.stream(FallbackReason.values())
            .map(reason -> new UnsupportedMasterException(reason, TECHNICAL));
    var others =
        Stream.<Exception>of(
            new UnsupportedMasterException(FallbackReason.HEVC, TECHNICAL)
                .withCopyable(java.util.Optional.of(new FrameRange(3, 9))),
            new MalformedMasterException("moov/trak/stsz", 7, TECHNICAL),
            new MalformedMasterException("moov", -1, TECHNICAL),
            new MalformedMasterException("moov/trak/ctts", -1, TECHNICAL),
            new MalformedMasterException(MalformedMasterException.PICTURE, 9, TECHNICAL),
            new MalformedMasterException(MalformedMasterException.TIMES, -1, TECHNICAL),
            MalformedMasterException.truncated("moov", 8, 900, 10),
            MalformedMasterException.overflow(new ArithmeticException("long overflow")),
            new CodecHungException(Duration.ofMinutes(2)),
            new ReencodeTooLongException(90_000, 1_200, Duration.ofMinutes(14)),
            new VerificationFailedException(TECHNICAL),
            new RangeOutsideMasterException(new FrameRange(1, 900), 50),
            SourceException.Fault.CHANGED.of(),
            new EOFException("8 bytes at 90 of a file of 94"),
            new IOException("No space left on device"),
            new IOException((String) null),
            new IOException(TECHNICAL),
            new IllegalStateException(TECHNICAL),
            new NullPointerException());
    var files =
        Stream.<Exception>of(
            new NoSuchFileException(SOURCE),
            new AccessDeniedException(SOURCE),
            new NotDirectoryException(SOURCE),
            new FileAlreadyExistsException(SOURCE),
            new FileSystemException(SOURCE),
            new FileSystemException(SOURCE, null, "Is a directory"));
    return Stream.of(unsupported, others, files).flatMap(it -> it);
  }
}
