package clipdesk.cutter.testmedia;

import clipdesk.cutter.h264.FieldPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Field pictures in the place of the frames of an MP4 without B pictures. */
record FieldPictureMaster(FieldPictures fields) implements ReplacedSamples.Replacement {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;

  /**
   * @param picture filter that makes the frames
   * @param folder for a file that is gone afterwards
   */
  static FieldPictureMaster of(String picture, Path folder) throws IOException {
    var top = fields(folder, picture + ",field=top");
    var bottom = fields(folder, picture + ",field=bottom");
    return new FieldPictureMaster(FieldPictures.of(top, bottom, WIDTH, HEIGHT));
  }

  @Override
  public byte[] configuration() {
    return fields.configuration();
  }

  @Override
  public byte[] sample(int number, byte[] sample) {
    return fields.samples().get(number);
  }

  /** The even or the odd rows of every frame, coded as pictures of their own. */
  private static byte[] fields(Path folder, String filter) throws IOException {
    var stream = Files.createTempFile(folder, "fields", ".h264");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            filter,
            "-c:v",
            "libx264",
            "-threads",
            "1",
            "-x264-params",
            "keyint=50:min-keyint=50:scenecut=0:bframes=0:ref=1:weightp=0:cabac=0:8x8dct=0:qp=24",
            "-f",
            "h264",
            stream.toString()));
    byte[] bytes = Files.readAllBytes(stream);
    Files.delete(stream);
    return bytes;
  }
}
