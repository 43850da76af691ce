package clipdesk.cutter.testmedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file as a player would show it: every frame with its time, and the sound of each track.
 *
 * @param frames in order of presentation
 * @param sounds one entry per sound track
 * @param complaints what the decoder said, empty if nothing
 */
public record DecodedFile(List<Frame> frames, List<Sound> sounds, String complaints) {
  private static final int LUMA = 320 * 180;

  /**
   * @param micros when it is shown
   * @param planes all planes, luma first, as the decoder gives them
   */
  public record Frame(long micros, byte[] planes) {
    /** Of luma with 8 bits, in decibels; infinite for equal pictures. */
    double psnr(Frame other) {
      long squares = 0;
      for (int i = 0; i < LUMA; i++) {
        int difference = luma(i) - other.luma(i);
        squares += (long) difference * difference;
      }
      return squares == 0
          ? Double.POSITIVE_INFINITY
          : 10 * Math.log10(255.0 * 255 * LUMA / squares);
    }

    /** The eight upper bits: a re-encode has no more. */
    private int luma(int i) {
      // 4:2:0 with 8 bits takes 1.5 bytes a pixel; only samples of two bytes take more than two.
      if (planes.length <= 2 * LUMA) {
        return planes[i] & 0xff;
      }
      return ((planes[2 * i] & 0xff) | (planes[2 * i + 1] & 0xff) << 8) >> 2;
    }
  }

  /**
   * @param firstSample when the first of the samples is heard, counted in samples from time 0
   * @param samples channels interleaved
   */
  public record Sound(int sampleRate, int channels, long firstSample, float[] samples) {
    /** Behind the last sample, counted from time 0. */
    long end() {
      return firstSample + samples.length / channels;
    }

    /** One channel at one time; silence where there is no sample. */
    float at(long sample, int channel) {
      long index = (sample - firstSample) * channels + channel;
      return index < 0 || index >= samples.length ? 0 : samples[(int) index];
    }
  }

  /**
   * Decodes everything.
   *
   * @param file readable by FFmpeg, 320x180
   */
  public static DecodedFile of(Path file, int soundTracks) {
    try {
      var folder = Files.createTempDirectory("decoded");
      try {
        return decode(file, soundTracks, folder);
      } finally {
        for (var left : list(folder)) {
          Files.delete(left);
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot decode " + file, e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static DecodedFile decode(Path file, int soundTracks, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-copyts", "-noautorotate", "-threads", "1"));
    arguments.addAll(List.of("-i", file.toString()));
    var pictures = List.of("-map", "0:v:0", "-fps_mode", "passthrough");
    output(arguments, pictures, "rawvideo", folder.resolve("v.raw"));
    var micros = List.of("-enc_time_base", "1:1000000");
    output(arguments, join(pictures, micros), "framecrc", folder.resolve("v.times"));
    for (int i = 0; i < soundTracks; i++) {
      var sound = List.of("-map", "0:a:" + i, "-c:a", "pcm_f32le");
      output(arguments, sound, "f32le", folder.resolve(i + ".raw"));
      output(arguments, sound, "framecrc", folder.resolve(i + ".times"));
    }
    var complaints = FfmpegProgram.run(arguments);
    List<Sound> sounds = new ArrayList<>();
    for (int i = 0; i < soundTracks; i++) {
      sounds.add(sound(folder.resolve(i + ".raw"), folder.resolve(i + ".times")));
    }
    return new DecodedFile(
        frames(folder.resolve("v.raw"), folder.resolve("v.times")), sounds, complaints);
  }

  private static void output(List<String> arguments, List<String> what, String format, Path to) {
    arguments.addAll(what);
    arguments.addAll(List.of("-f", format, to.toString()));
  }

  private static List<String> join(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static List<Frame> frames(Path raw, Path list) throws IOException {
    var times = times(list);
    byte[] bytes = Files.readAllBytes(raw);
    int size = times.isEmpty() ? 0 : bytes.length / times.size();
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      frames.add(new Frame(times.get(i), Arrays.copyOfRange(bytes, i * size, (i + 1) * size)));
    }
    return List.copyOf(frames);
  }

  private static Sound sound(Path raw, Path list) throws IOException {
    var header = Files.readAllLines(list).stream().filter(line -> line.startsWith("#")).toList();
    int rate = Integer.parseInt(value(header, "sample_rate"));
    int channels = value(header, "channel_layout_name").equals("mono") ? 1 : 2;
    var floats =
        ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var samples = new float[floats.remaining()];
    floats.get(samples);
    var times = times(list);
    return new Sound(rate, channels, times.isEmpty() ? 0 : times.getFirst(), samples);
  }

  private static String value(List<String> header, String name) {
    var start = "#" + name + " 0: ";
    return header.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No " + name + " in " + header));
  }

  /** The column pts of FFmpeg's list of frames. */
  private static List<Long> times(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Long.parseLong(line.split(",", 4)[2].strip()))
        .toList();
  }
}
