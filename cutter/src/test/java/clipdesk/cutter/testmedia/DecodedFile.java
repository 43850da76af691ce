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
  /**
   * @param micros when it is shown
   * @param width pixels of a row of luma
   * @param planes all planes, luma first, as the decoder gives them
   */
  public record Frame(long micros, int width, int height, byte[] planes) {
    /** Of luma with 8 bits where both have it, in decibels; infinite for equal pictures. */
    double psnr(Frame other) {
      int wholeColours = 3 * width * height;
      // Either 8 bits of 4:4:4, or 10 of 4:2:0: what is read wrongly fits nothing.
      return planes.length == wholeColours
          ? Math.max(psnr(other, 1), psnr(other, 2))
          : psnr(other, planes.length < wholeColours ? 1 : 2);
    }

    private double psnr(Frame other, int sampleBytes) {
      int columns = Math.min(width, other.width);
      int rows = Math.min(height, other.height);
      int otherBytes = other.planes.length == planes.length ? sampleBytes : other.sampleBytes();
      long squares = 0;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int difference =
              luma(row * width + column, sampleBytes)
                  - other.luma(row * other.width + column, otherBytes);
          squares += (long) difference * difference;
        }
      }
      return squares == 0
          ? Double.POSITIVE_INFINITY
          : 10 * Math.log10(255.0 * 255 * columns * rows / squares);
    }

    private int sampleBytes() {
      return planes.length <= 2 * width * height ? 1 : 2;
    }

    /** The eight upper bits. */
    private int luma(int i, int sampleBytes) {
      return sampleBytes == 1
          ? planes[i] & 0xff
          : ((planes[2 * i] & 0xff) | (planes[2 * i + 1] & 0xff) << 8) >> 2;
    }
  }

  /**
   * @param firstSample when the first of the samples is heard, counted in samples from time 0
   * @param lateSamples so much behind {@code firstSample} it begins as its container says it, less
   *     than one
   * @param roundedSamples by how much the container's clock may be off: Matroska's is in
   *     milliseconds
   * @param samples channels interleaved
   */
  public record Sound(
      int sampleRate,
      int channels,
      long firstSample,
      double lateSamples,
      int roundedSamples,
      float[] samples) {
    /** Behind the last sample, counted from time 0. */
    long end() {
      return firstSample + samples.length / channels;
    }

    private Sound followedBy(Sound next, long shiftMicros) {
      long late = Math.round(shiftMicros * (double) sampleRate / 1_000_000);
      var both = new float[(int) (next.end() + late - firstSample) * channels];
      System.arraycopy(samples, 0, both, 0, samples.length);
      int from = (int) (next.firstSample + late - firstSample) * channels;
      System.arraycopy(next.samples, 0, both, from, next.samples.length);
      return new Sound(sampleRate, channels, firstSample, lateSamples, roundedSamples, both);
    }

    /** One channel at one time; silence where there is no sample. */
    public float at(long sample, int channel) {
      long index = (sample - firstSample) * channels + channel;
      return index < 0 || index >= samples.length ? 0 : samples[(int) index];
    }
  }

  /**
   * Decodes everything.
   *
   * @param file readable by FFmpeg
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

  /** The same, and behind its last picture another recording of which nothing is left out. */
  public DecodedFile followedBy(DecodedFile next) {
    int last = frames.size() - 1;
    long shift =
        2 * frames.get(last).micros()
            - frames.get(last - 1).micros()
            - next.frames.getFirst().micros();
    List<Frame> all = new ArrayList<>(frames);
    for (var frame : next.frames) {
      all.add(new Frame(frame.micros() + shift, frame.width(), frame.height(), frame.planes()));
    }
    List<Sound> both = new ArrayList<>();
    for (int i = 0; i < sounds.size(); i++) {
      both.add(sounds.get(i).followedBy(next.sounds.get(i), shift));
    }
    return new DecodedFile(all, both, complaints + next.complaints);
  }

  /** Whether the clock of its container is no finer. */
  public static boolean isInMilliseconds(Path file) {
    return file.toString().endsWith(".mkv") || file.toString().endsWith(".webm");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static DecodedFile decode(Path file, int soundTracks, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-copyts", "-noautorotate", "-threads", "1"));
    arguments.addAll(List.of("-i", file.toString()));
    var pictures =
        List.of("-map", "0:v:0", "-fps_mode", "passthrough", "-enc_time_base", "1:1000000");
    output(arguments, pictures, "rawvideo", folder.resolve("v.raw"));
    output(arguments, pictures, "framecrc", folder.resolve("v.times"));
    for (int i = 0; i < soundTracks; i++) {
      var sound = List.of("-map", "0:a:" + i, "-c:a", "pcm_f32le");
      output(arguments, sound, "f32le", folder.resolve(i + ".raw"));
      output(arguments, sound, "framecrc", folder.resolve(i + ".times"));
      var packet = List.of("-map", "0:a:" + i, "-c:a", "copy", "-frames:a", "1");
      output(arguments, packet, "framecrc", folder.resolve(i + ".packet"));
    }
    var complaints = FfmpegProgram.run(arguments);
    List<Sound> sounds = new ArrayList<>();
    for (int i = 0; i < soundTracks; i++) {
      sounds.add(
          sound(
              folder.resolve(i + ".raw"),
              FrameList.read(folder.resolve(i + ".times")),
              FrameList.read(folder.resolve(i + ".packet")),
              isInMilliseconds(file)));
    }
    return new DecodedFile(
        frames(folder.resolve("v.raw"), FrameList.read(folder.resolve("v.times"))),
        sounds,
        complaints);
  }

  private static void output(List<String> arguments, List<String> what, String format, Path to) {
    arguments.addAll(what);
    arguments.addAll(List.of("-f", format, to.toString()));
  }

  private static List<Frame> frames(Path raw, FrameList list) throws IOException {
    byte[] bytes = Files.readAllBytes(raw);
    int size = list.count() == 0 ? 0 : bytes.length / list.count();
    var dimensions = list.value("dimensions").split("x", 2);
    int width = Integer.parseInt(dimensions[0]);
    int height = Integer.parseInt(dimensions[1]);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < list.count(); i++) {
      byte[] planes = Arrays.copyOfRange(bytes, i * size, (i + 1) * size);
      frames.add(new Frame(list.time(i), width, height, planes));
    }
    return List.copyOf(frames);
  }

  private static Sound sound(Path raw, FrameList list, FrameList copied, boolean milliseconds)
      throws IOException {
    int rate = Integer.parseInt(list.value("sample_rate"));
    int channels =
        switch (list.value("channel_layout_name")) {
          case "mono" -> 1;
          case "5.1", "5.1(side)" -> 6;
          default -> 2;
        };
    // Half a millisecond each: the file's first time, a packet's, and the encoder's delay.
    int rounded = milliseconds ? rate * 3 / 2000 : 1;
    var floats =
        ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    long first = list.count() == 0 ? 0 : list.time(0);
    long end = first;
    var samples = new float[0];
    for (int i = 0; i < list.count(); i++) {
      // Each time is rounded; what is off by more comes after a gap, or behind a cut-off packet.
      long time = list.time(i);
      long at = Math.abs(time - end) > 2 * rounded ? time : end;
      int hidden = (int) Math.max(0, end - at) * channels;
      var packet = new float[(int) list.duration(i) * channels];
      floats.get(packet);
      end = Math.max(end, at + list.duration(i));
      samples =
          Arrays.copyOf(samples, Math.max(samples.length, 2 * (int) (end - first) * channels));
      int from = (int) (at - first) * channels + hidden;
      if (hidden < packet.length) {
        System.arraycopy(packet, hidden, samples, from, packet.length - hidden);
      }
    }
    samples = Arrays.copyOf(samples, (int) (end - first) * channels);
    double late = milliseconds || list.count() == 0 ? 0 : copied.seconds(0) * rate - first;
    // Further away is a packet that is not heard from its start.
    return new Sound(rate, channels, first, Math.abs(late) < 1 ? late : 0, rounded, samples);
  }
}
