package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import clipdesk.cutter.codec.WholeClip;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.reencode.Reencoder.Job;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.verify.ClipVerifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** One clip on its way from packets of the master to a file. */
final class ClipEncoding implements AutoCloseable {
  /** Pictures and sound are interleaved loosely: what belongs to the range may come this late. */
  private static final long READ_ON_MICROS = 2_000_000;

  private final Job job;
  private final Demuxer master;
  private final Sources sources;
  private final FrameTimes times;
  private final EncodedOutput output;
  private final PictureTrack pictures;
  private final List<SoundTrack> sounds = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final long lastMicros;
  private boolean pictureStarted;
  private boolean behind;

  /**
   * @param master at the place where decoding starts
   */
  ClipEncoding(Job job, Demuxer master, Sources sources, FrameTimes times, EncodedOutput output) {
    this.job = job;
    this.master = master;
    this.sources = sources;
    this.times = times;
    this.output = output;
    var video = sources.video(master);
    var form = new WholeClip(video.codecpar().bit_rate());
    this.pictures = new PictureTrack(video, times, form, output, new PictureCheck(times.frames()));
    dropped.addAll(sources.dropped());
    long last = times.out().micros();
    for (var sound : sources.sounds()) {
      last = Math.max(last, sound.out().micros());
      try {
        sounds.add(new SoundTrack(master.stream(sound.index()), sound, output));
      } catch (UnsupportedMasterException e) {
        dropped.add(sound.id() + ": " + e.getMessage());
      }
    }
    this.lastMicros = last + READ_ON_MICROS;
  }

  /**
   * Decodes and encodes until the range is complete.
   *
   * @param percent hears how much of the frames is done
   */
  void run(Approach approach, long deadlineNanos, IntConsumer percent) throws IOException {
    while (!isComplete() && !behind && approach.next(this::take)) {
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new OutOfTimeException();
      }
      percent.accept((int) (100L * pictures.frames() / times.frames()));
    }
    pictures.finish();
    for (var sound : sounds) {
      sound.finish();
    }
  }

  int frames() {
    return pictures.frames();
  }

  private boolean isComplete() {
    return pictures.complete() && sounds.stream().allMatch(SoundTrack::complete);
  }

  private void take(AVPacket packet) throws IOException {
    if (packet.stream_index() == sources.videoIndex()) {
      takePicture(packet);
    } else {
      for (var sound : List.copyOf(sounds)) {
        if (packet.stream_index() == sound.sound().index()) {
          takeSound(sound, packet);
        }
      }
    }
  }

  private void takePicture(AVPacket packet) throws IOException {
    behind = new StreamTime(packet.pts(), times.num(), times.den()).micros() > lastMicros;
    pictureStarted |= (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    if (pictureStarted && !pictures.complete()) {
      pictures.decode(packet);
    }
  }

  private void takeSound(SoundTrack sound, AVPacket packet) throws IOException {
    try {
      sound.decode(packet);
    } catch (UnsupportedMasterException e) {
      if (!sound.isSilent()) {
        throw e;
      }
      dropped.add(sound.sound().id() + ": " + e.getMessage());
      sounds.remove(sound);
      sound.close();
    }
  }

  /**
   * Writes what needs no decoding, and the header, which is checked before anything is published.
   *
   * @param source what the demuxer reads
   * @return size of the clip in bytes
   */
  long finish(ByteSource source) throws IOException {
    var headers = new ClipHeaders(job.index(), sources, times, master);
    List<ClipTrack> tracks = new ArrayList<>();
    var video = pictures.track(headers.video());
    tracks.add(video);
    for (var sound : sounds) {
      if (!sound.isSilent()) {
        tracks.add(sound.track(headers.sound(sound.sound())));
      }
    }
    if (job.index().isPresent()) {
      var carried = new CarriedTracks(job.index().get(), Sources.cut(job.index().get(), times));
      tracks.addAll(carried.write(source, output));
      dropped.addAll(carried.dropped());
    }
    if (job.index().isEmpty()) {
      int number = tracks.stream().mapToInt(track -> track.source().number()).max().orElse(0) + 1;
      ClipTimecode.track(master, sources.videoIndex(), times, number, output)
          .ifPresent(tracks::add);
    }
    var delivery = output.finish(headers.movie(), tracks);
    new ClipVerifier(delivery.header(), delivery.sizeBytes())
        .verify(tracks, video, times.clipTicks());
    return delivery.sizeBytes();
  }

  List<CutReport.Audio> audio() {
    return sounds.stream().filter(sound -> !sound.isSilent()).map(SoundTrack::report).toList();
  }

  List<String> dropped() {
    List<String> all = new ArrayList<>(dropped);
    all.addAll(pictures.lost());
    sounds.stream()
        .filter(SoundTrack::isSilent)
        .forEach(sound -> all.add(sound.sound().id() + ": silent over the range"));
    return all;
  }

  @Override
  public void close() {
    pictures.close();
    sounds.forEach(SoundTrack::close);
  }
}
