package clipdesk.cutter.h265;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures byte by byte: a header of two bytes, then what is in the unit. */
class StreamedHevcPictureTest {
  private static final String DELIMITER = "00000001 4601 50";
  private static final String VPS = "00000001 4001 0c";
  private static final String SEI = "000001 4e01 0580";
  private static final String FIRST_SLICE = "000001 2801 af11";
  private static final String NEXT_SLICE = "000001 2801 3f22";
  private static final String FILLER = "000001 4c01 ff80";

  @Test
  void lengthsTakeThePlaceOfStartCodes() {
    var picture = picture(DELIMITER + VPS + SEI + FIRST_SLICE + NEXT_SLICE + FILLER);

    picture.requireOne();
    var sample = ByteBuffer.allocate(picture.sampleBytes());
    picture.write(sample);
    assertThat(HexFormat.of().formatHex(sample.array()))
        .isEqualTo("00000004" + "4e010580" + "00000004" + "2801af11" + "00000004" + "28013f22");
    assertThat(picture.hasSets()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2601, true, true", // IDR_W_RADL
    "2801, true, true", // IDR_N_LP
    "2a01, true, false", // CRA
    "2001, true, false", // BLA_W_LP
    "1201, false, false", // RASL_R
    "0201, false, false" // TRAIL_R
  })
  void typeOfTheSliceSaysWhetherDecodingMayStart(String header, boolean entry, boolean anew) {
    var picture = picture("000001" + header + "af11");
    assertThat(picture.isEntry()).isEqualTo(entry);
    assertThat(picture.startsAnew()).isEqualTo(anew);
  }

  @ParameterizedTest
  @CsvSource({
    "000001 7c01 1122", // Dolby Vision
    "000001 4801", // end of the sequence
    "000001 2809 af11" // a second layer
  })
  void whatASampleCannotHoldIsRefused(String unit) {
    assertThatThrownBy(() -> picture(FIRST_SLICE + unit))
        .isInstanceOf(UnsupportedMasterException.class);
  }

  @Test
  void twoPicturesAndNoneAreRefused() {
    assertThatThrownBy(picture(FIRST_SLICE + FIRST_SLICE)::requireOne)
        .isInstanceOf(UnsupportedMasterException.class);
    assertThatThrownBy(picture(NEXT_SLICE)::requireOne)
        .isInstanceOf(UnsupportedMasterException.class);
    assertThatThrownBy(picture(SEI)::requireOne).isInstanceOf(UnsupportedMasterException.class);
  }

  @Test
  void bytesInFrontOfTheFirstUnitAreDamage() {
    assertThatThrownBy(() -> picture("17" + FIRST_SLICE))
        .isInstanceOf(MalformedMasterException.class);
  }

  private static StreamedHevcPicture picture(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return StreamedHevcPicture.of(bytes, bytes.length);
  }
}
