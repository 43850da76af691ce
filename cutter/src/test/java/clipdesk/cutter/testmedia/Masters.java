package clipdesk.cutter.testmedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Masters of each type, made once and kept: 320x180, noise in every picture so that no two frames
 * are alike, sound that never repeats.
 */
public final class Masters {
  private static final Path FOLDER = Path.of("target", "masters");

  private final int seconds;

  private Masters(int seconds) {
    this.seconds = seconds;
  }

  /** As short as the tests can do with. */
  public static Masters ofSeconds(int seconds) {
    return new Masters(seconds);
  }

  /** The file, which is made if it is not there. */
  public Path get(MasterType type) {
    var name = type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    var key = Integer.toHexString(command(type, filter(picture(type)), filter(sound())).hashCode());
    var file = FOLDER.resolve("%s-%ds-%s%s".formatted(name, seconds, key, type.extension()));
    if (Files.exists(file)) {
      return file;
    }
    try {
      Files.createDirectories(FOLDER);
      var unfinished = Files.createTempFile(FOLDER, "unfinished", type.extension());
      make(type, unfinished);
      return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("No master " + file, e);
    }
  }

  private void make(MasterType type, Path file) throws IOException {
    FfmpegProgram.run(with(command(type), file.toString()));
    if (type == MasterType.ROTATED) {
      var upright = Files.createTempFile(FOLDER, "upright", type.extension());
      Files.move(file, upright, StandardCopyOption.REPLACE_EXISTING);
      FfmpegProgram.run(
          List.of(
              "-display_rotation",
              "90",
              "-i",
              upright.toString(),
              "-c",
              "copy",
              "-fflags",
              "+bitexact",
              file.toString()));
      Files.delete(upright);
    } else if (type == MasterType.SEVERAL_EDITS) {
      SeveralEdits.patch(file);
    } else if (type == MasterType.FIELD_PICTURES) {
      ReplacedSamples.patch(file, _ -> FieldPictureMaster.of(picture(type), FOLDER));
    } else if (type == MasterType.WITHOUT_DEBLOCKING_CONTROL) {
      ReplacedSamples.patch(file, PlainDeblockingMaster::of);
    } else if (type.name().endsWith("FROM_THE_MIDDLE")) {
      TransportPackets.patch(file, TransportPackets::fromTheMiddle);
    } else if (type == MasterType.RARE_TRANSPORT_STREAM_TWO_PROGRAMMES) {
      var other =
          remade(file, "-mpegts_start_pid 512 -mpegts_service_id 9 -mpegts_pmt_start_pid 480");
      TransportPackets.patch(file, packets -> TransportPackets.inTurn(packets, other));
    }
  }

  private static List<byte[]> remade(Path file, String how) throws IOException {
    var other = Files.createTempFile(FOLDER, "other", ".ts");
    var command =
        "-i %s -c copy %s %s %s".formatted(file, how, MasterArguments.transportNames(), other);
    FfmpegProgram.run(List.of(command.split(" +")));
    byte[] bytes = Files.readAllBytes(other);
    Files.delete(other);
    return TransportPackets.of(bytes);
  }

  /** What is run: what takes the time for every type alike is done once for all of them. */
  private List<String> command(MasterType type) throws IOException {
    var sources = new SharedSources(FOLDER);
    var pictures = sources.pictures(picture(type));
    return type.hasPlainSound()
        ? with(
            command(type, pictures, sources.sound(sound(), MasterType.PLAIN_SOUND)), "-c:a", "copy")
        : command(type, pictures, filter(sound()));
  }

  private static List<String> command(MasterType type, List<String> pictures, List<String> sound) {
    List<String> command = new ArrayList<>();
    command.addAll(delay(type == MasterType.LATE_VIDEO));
    command.addAll(pictures);
    command.addAll(delay(type == MasterType.LATE_SOUND || type == MasterType.HEVC_LATE_SOUND));
    command.addAll(sound);
    command.addAll(List.of("-map", "0:v", "-map", "1:a"));
    command.addAll(type.arguments());
    return command;
  }

  private static List<String> filter(String text) {
    return List.of("-f", "lavfi", "-i", text);
  }

  private static List<String> delay(boolean late) {
    return late ? List.of("-itsoffset", "0.35") : List.of();
  }

  private String picture(MasterType type) {
    return "testsrc2=s=320x180:r=%s:d=%d,format=yuv420p,noise=alls=12:allf=t:all_seed=7"
        .formatted(type.pictureRate(), seconds);
  }

  private String sound() {
    return "aevalsrc=0.3*sin(2*PI*(300*t+20*t*t))|0.3*sin(2*PI*(500*t+13*t*t)):s=48000:d="
        + seconds;
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return all;
  }
}
