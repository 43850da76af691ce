package clipdesk.cutter.testmedia;

import static clipdesk.cutter.testmedia.MasterArguments.interlaced;
import static clipdesk.cutter.testmedia.MasterArguments.matrix;
import static clipdesk.cutter.testmedia.MasterArguments.transportNames;
import static clipdesk.cutter.testmedia.MasterArguments.variableRate;
import static clipdesk.cutter.testmedia.MasterArguments.x264;
import static clipdesk.cutter.testmedia.MasterArguments.x265;

import clipdesk.cutter.refusals.FallbackReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of master: what it is made of, and whether it is cut by copying. Those whose names begin
 * with {@code RARE} take part in the benchmark of exactness only.
 */
public enum MasterType {
  CLOSED_GOP(".mp4", "-c:v libx264 -preset medium"),
  OPEN_GOP(".mp4", x264("open-gop=1:b-pyramid=none:bframes=3")),
  OPEN_GOP_PYRAMID(".mp4", x264("open-gop=1:b-pyramid=normal:bframes=5")),
  OPEN_GOP_TWO_REFERENCES(".mp4", x264("open-gop=1:b-pyramid=normal:bframes=5:ref=2")),
  OPEN_GOP_CAVLC_WEIGHTED(
      ".mp4", x264("open-gop=1:b-pyramid=normal:bframes=7:ref=6:weightp=2:cabac=0")),
  BASELINE(".mp4", "-c:v libx264 -preset veryfast -profile:v baseline"),
  MAIN_CAVLC(".mp4", x264("cabac=0:bframes=3") + " -profile:v main"),
  FOUR_SLICES(".mp4", x264("slices=4")),
  WITHOUT_DEBLOCKING_CONTROL(".mp4", x264("bframes=3:qp=28")),
  MBAFF_TOP_FIRST(".mp4", interlaced("tff=1")),
  MBAFF_BOTTOM_FIRST(".mp4", interlaced("bff=1")),
  HIGH_10(".mp4", "-pix_fmt yuv420p10le -c:v libx264 -preset veryfast -profile:v high10"),
  HIGH_422_10(".mp4", "-pix_fmt yuv422p10le -c:v libx264 -preset veryfast -profile:v high422"),
  VARIABLE_FRAME_RATE(".mp4", variableRate() + x264("bframes=2")),
  DROP_FRAME_TIMECODE(".mov", "-timecode 00:59:55;00 -c:v libx264 -preset veryfast"),
  LONG_GOP(".mp4", "-c:v libx264 -preset veryfast -g 250 -keyint_min 250"),
  WIDE_FRAME_NUMBERS(".mp4", x264("ref=16:b-pyramid=normal:bframes=5") + " -g 100 -keyint_min 100"),
  ROTATED(".mp4", "-c:v libx264 -preset veryfast"),
  NEGATIVE_OFFSETS(".mp4", x264("bframes=3") + " -movflags +negative_cts_offsets"),
  ALL_INTRA(".mp4", "-c:v libx264 -preset veryfast -g 1"),
  CONSTANT_BIT_RATE(
      ".mp4",
      x264("nal-hrd=cbr:force-cfr=1:aud=1:pic-struct=1") + " -minrate 1M -maxrate 1M -bufsize 1M"),
  INDEX_IN_FRONT(".mp4", "-c:v libx264 -preset veryfast -movflags +faststart"),
  FOUR_SOUND_TRACKS(
      ".mov",
      "-map 1:a -map 1:a -map 1:a -c:v libx264 -preset veryfast -ar:a:1 44100 -c:a:2 ac3"
          + " -c:a:3 pcm_s24le -metadata:s:a:0 language=eng -metadata:s:a:1 language=fra"
          + " -metadata:s:a:2 language=deu -metadata:s:a:3 language=ukr -timecode 09:59:50:00"),
  LATE_SOUND(".mp4", "-c:v libx264 -preset veryfast"),
  LATE_VIDEO(".mp4", "-c:v libx264 -preset veryfast"),
  SILENT(".mp4", "-an -c:v libx264 -preset veryfast"),
  PRORES(".mov", "-pix_fmt yuv422p10le -c:v prores_ks -profile:v 1 -c:a pcm_s16le"),
  FRAGMENTED(".mp4", "-c:v libx264 -preset veryfast -movflags +frag_keyframe+empty_moov"),
  FRAGMENTED_VARIABLE_FRAME_RATE(
      ".mp4", variableRate() + x264("bframes=3") + " -movflags +frag_keyframe"),
  FRAGMENTED_FOR_STREAMING(
      ".mp4", x264("open-gop=1:b-pyramid=normal:bframes=5") + " -movflags +dash+frag_keyframe"),
  HEVC_OPEN_GOP(
      ".mp4", "-pix_fmt yuv420p10le " + x265("open-gop=1:keyint=50:min-keyint=50:scenecut=0")),
  RARE_HEVC_CLOSED_GOP(
      ".mp4", x265("open-gop=0:keyint=50:min-keyint=50:scenecut=0:bframes=4:repeat-headers=1")),
  HEVC_TWO_LANGUAGES(
      ".mp4",
      "-map 1:a "
          + x265("bframes=3")
          + " -ar:a:1 44100 -metadata:s:a:0 language=eng -metadata:s:a:1 language=fra"),
  HEVC_LATE_SOUND(".mp4", x265("bframes=3")),
  RARE_HEVC_SETS_IN_SAMPLES(
      ".mp4", x265("keyint=50:scenecut=0:repeat-headers=1").replace("hvc1", "hev1")),
  RARE_HEVC_HDR10(
      ".mp4",
      "-pix_fmt yuv420p10le "
          + x265(
              "keyint=50:min-keyint=50:scenecut=0:repeat-headers=1:hdr10=1:colorprim=bt2020"
                  + ":transfer=smpte2084:colormatrix=bt2020nc:max-cll=1000,400:master-display="
                  + "G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)")),
  RARE_HEVC_FRAGMENTED(
      ".mp4", x265("keyint=50:scenecut=0") + " -movflags +frag_keyframe+empty_moov"),

  MPEG2_IN_MXF(".mxf", "-c:v mpeg2video -b:v 4M -bf 2 -c:a pcm_s16le"),
  TRANSPORT_STREAM(".ts", "-c:v libx264 -preset veryfast"),
  VP9_IN_MATROSKA(
      ".mkv",
      "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 2M -c:a libopus",
      FallbackReason.CONTAINER),
  PARAMETER_SETS_IN_SAMPLES(
      ".mp4", "-c:v libx264 -preset veryfast -tag:v avc3", FallbackReason.AVC3),
  TRANSPORT_STREAM_TWO_SOUNDS(
      ".ts",
      "-map 1:a -c:v libx264 -preset veryfast -c:a:1 mp2 -b:a:1 192k -metadata:s:a:0 language=eng"
          + " -metadata:s:a:1 language=ukr"),
  FIELD_PICTURES(".mp4", x264("bframes=0"), FallbackReason.PAFF),
  SEVERAL_EDITS(".mp4", x264("bframes=3"), FallbackReason.MULTI_EDIT),
  VARIABLE_FRAME_RATE_IN_MATROSKA(
      ".mkv", "-map 1:a " + variableRate() + x264("bframes=3") + " -ar:a:1 44100 -ac:a:1 1"),
  RARE_MATROSKA(".mkv", x264("bframes=3")),
  RARE_MATROSKA_OPEN_GOP(".mkv", x264("open-gop=1:b-pyramid=normal:bframes=5")),
  RARE_MATROSKA_LIVE(".mkv", x264("bframes=2") + " -f matroska -live 1"),
  RARE_MATROSKA_HEVC(
      ".mkv", "-pix_fmt yuv420p10le " + x265("keyint=50:scenecut=0").replace("-tag:v hvc1 ", "")),
  INTERLACED_MPEG2_IN_MXF(
      ".mxf",
      "-vf interlace -flags:v +ildct+ilme -timecode 10:00:00:00 -map 1:a -c:v mpeg2video -b:v 8M"
          + " -bf 2 -pix_fmt yuv422p -c:a pcm_s24le"),
  RARE_MPEG2_DROP_FRAME_IN_MXF_CLOSED_GOP(
      ".mxf",
      "-flags:v +cgop -sc_threshold 1000000000 -timecode 00:59:55;00 -c:v mpeg2video -b:v 8M -bf 2"
          + " -pix_fmt yuv422p -c:a pcm_s16le"),
  RARE_MPEG2_IN_MXF_ALL_INTRA(
      ".mxf", "-c:v mpeg2video -b:v 8M -g 1 -pix_fmt yuv422p -c:a pcm_s24le"),
  RARE_MPEG2_IN_MXF_MATRICES(
      ".mxf",
      "-vf interlace=scan=bff -flags:v +ildct+ilme -c:v mpeg2video -b:v 8M -bf 2 -c:a pcm_s16le"
          + " -alternate_scan 1 -intra_vlc 1 -non_linear_quant 1 -qmax 28 -dc 10 -intra_matrix "
          + matrix(8)
          + " -inter_matrix "
          + matrix(16)),
  RARE_MPEG2_IN_MP4(".mp4", "-c:v mpeg2video -b:v 4M -bf 2"),
  RARE_MPEG2_IN_MOV(
      ".mov",
      "-vf interlace -flags:v +ildct+ilme -c:v mpeg2video -b:v 8M -bf 2 -pix_fmt yuv422p"
          + " -c:a pcm_s16le"),
  INTRA_IN_MXF(
      ".mxf",
      "-map 1:a -pix_fmt yuv422p10le -timecode 10:00:00:00 -c:v libx264 -preset veryfast -g 1"
          + " -profile:v high422 -c:a pcm_s24le"),
  RARE_INTRA_DROP_FRAME_IN_MXF(
      ".mxf", "-timecode 00:59:55;00 -c:v libx264 -preset veryfast -g 1 -c:a pcm_s16le"),
  ODD_SIZE(
      ".mkv",
      "-vf crop=319:179:0:0:exact=1,format=yuv420p -c:v libvpx-vp9 -deadline realtime -cpu-used 8"
          + " -b:v 2M -c:a libopus",
      FallbackReason.CONTAINER),
  SURROUND_IN_TRANSPORT_STREAM(
      ".ts",
      "-af pan=5.1(side)|FL=FL|FR=FR|FC=0.5*FL|LFE=0.1*FR|SL=0.3*FR|SR=0.3*FL -c:v mpeg4"
          + " -b:v 4M -bf 2 -c:a ac3 -b:a 448k -metadata:s:a:0 language=ukr",
      FallbackReason.CONTAINER),
  SILENT_IN_TRANSPORT_STREAM(".ts", "-an -c:v libx264 -preset veryfast"),
  VARIABLE_FRAME_RATE_IN_TRANSPORT_STREAM(
      ".ts", "-map 1:a " + variableRate() + x264("bframes=3") + " -ar:a:1 44100 -ac:a:1 1"),
  WRAP_IN_TRANSPORT_STREAM(
      ".ts", x264("open-gop=1:b-pyramid=normal:bframes=5") + " -output_ts_offset 95437"),
  TRANSPORT_STREAM_HEVC(
      ".ts",
      "-pix_fmt yuv420p10le "
          + x265("open-gop=1:keyint=50:min-keyint=50:scenecut=0").replace("-tag:v hvc1 ", "")),
  TRANSPORT_STREAM_FILM_RATE(".ts", "-vf fps=24000/1001 " + x264("bframes=3")),
  RARE_TRANSPORT_STREAM_HEVC_FILM_RATE(
      ".ts",
      "-vf fps=24000/1001,setsar=4/3 "
          + x265("open-gop=0:keyint=48:bframes=4").replace("-tag:v hvc1 ", "")),
  RARE_TRANSPORT_STREAM_SLICES_CAVLC(".ts", x264("slices=4:cabac=0:bframes=3") + " -ar 44100"),
  RARE_TRANSPORT_STREAM_CONSTANT_BIT_RATE(
      ".ts",
      x264("nal-hrd=cbr:force-cfr=1:aud=1:pic-struct=1")
          + " -minrate 1M -maxrate 1M -bufsize 1M -muxrate 2M"),
  RARE_TRANSPORT_STREAM_OF_A_CAMERA(".m2ts", "-an -c:v libx264 -preset veryfast"),
  RARE_TRANSPORT_STREAM_FROM_THE_MIDDLE(
      ".ts", "-map 1:a -c:v libx264 -preset veryfast -ar:a:1 44100"),
  RARE_TRANSPORT_STREAM_TWO_PROGRAMMES(".ts", "-c:v libx264 -preset veryfast"),
  RARE_TRANSPORT_STREAM_INTERLACED(".ts", interlaced("tff=1")),
  RARE_TRANSPORT_STREAM_HIGH_10(
      ".ts", "-pix_fmt yuv420p10le -c:v libx264 -preset veryfast -profile:v high10"),
  RARE_TRANSPORT_STREAM_MPEG_AUDIO(
      ".ts",
      "-map 1:a -map 1:a -map 1:a -c:v libx264 -preset veryfast -c:a:0 mp2 -b:a:0 192k"
          + " -c:a:1 mp2 -ar:a:1 24000 -ac:a:1 1 -b:a:1 64k -c:a:2 libmp3lame -ar:a:2 44100"
          + " -b:a:2 128k -c:a:3 libmp3lame -ar:a:3 22050 -b:a:3 64k"),
  RARE_TRANSPORT_STREAM_AC3(
      ".ts",
      "-map 1:a -map 1:a -c:v libx264 -preset veryfast -c:a ac3 -b:a:0 192k -ac:a:1 1 -ar:a:1 44100"
          + " -b:a:1 96k -filter:a:2"
          + " pan=5.1(side)|FL=FL|FR=FR|FC=0.5*FL|LFE=0.1*FR|SL=0.3*FR|SR=0.3*FL -b:a:2 448k"),
  RARE_TRANSPORT_STREAM_LATM(
      ".ts",
      "-map 1:a -c:v libx264 -preset veryfast -ar:a:1 44100 -ac:a:1 1 -mpegts_flags +latm"
          + " -output_ts_offset 95437"),
  MPEG2_IN_TRANSPORT_STREAM(
      ".ts", "-vf interlace -flags:v +ildct+ilme -c:v mpeg2video -b:v 8M -bf 2 -c:a mp2 -b:a 192k"),
  RARE_MPEG2_IN_TRANSPORT_STREAM_CLOSED_GOP(
      ".ts",
      "-vf fps=30000/1001 -flags:v +cgop -sc_threshold 1000000000 -c:v mpeg2video -b:v 4M -bf 2"
          + " -c:a ac3"),
  RARE_MPEG2_IN_TRANSPORT_STREAM_FROM_THE_MIDDLE(".ts", "-c:v mpeg2video -b:v 4M -bf 2 -c:a mp2"),
  RARE_TRANSPORT_STREAM_EAC3(
      ".ts",
      "-map 1:a -c:v libx264 -preset veryfast -c:a eac3 -b:a:0 384k -ac:a:1 1 -ar:a:1 44100"
          + " -b:a:1 192k");

  private static final String COMMON =
      "-threads 1 -b:v 1M -g 50 -keyint_min 50 -sc_threshold 0 -c:a aac -aac_pns 0 -b:a 96k"
          + " -fflags +bitexact -flags:v +bitexact -flags:a +bitexact";

  /** How sound is encoded, unless a type says another way. */
  static final List<String> PLAIN_SOUND =
      List.of("-c:a aac -aac_pns 0 -b:a 96k -fflags +bitexact -flags:a +bitexact".split(" "));

  private final String extension;
  private final String arguments;
  private final Optional<FallbackReason> fallback;

  MasterType(String extension, String arguments) {
    this.extension = extension;
    this.arguments = arguments;
    this.fallback = Optional.empty();
  }

  MasterType(String extension, String arguments, FallbackReason fallback) {
    this.extension = extension;
    this.arguments = arguments;
    this.fallback = Optional.of(fallback);
  }

  /** Empty if it is cut by copying; otherwise what the report names. */
  public Optional<FallbackReason> fallback() {
    return fallback;
  }

  /** Of the first frame, where the file has a timecode track. */
  public Optional<String> timecode() {
    var words = List.of(arguments.split(" "));
    int at = words.indexOf("-timecode");
    return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  public int soundTracks() {
    return arguments.contains("-an ") ? 0 : arguments.split("-map 1:a", -1).length;
  }

  /** Whether it has the one sound track of most types, encoded as theirs. */
  boolean hasPlainSound() {
    return (extension.equals(".mp4") || extension.equals(".mov"))
        && Stream.of("-map", "-c:a", "-ar", "-ac", "-an", "-af").noneMatch(arguments::contains);
  }

  /** Pictures a second before they are encoded: an interlaced frame is made of two. */
  String pictureRate() {
    if (name().contains("DROP_FRAME")) {
      return "30000/1001";
    }
    return arguments.contains("interlace") ? "50" : "25";
  }

  /** Whether its samples stand in fragments, which most other readers leave aside. */
  public boolean isFragmented() {
    return name().contains("FRAGMENTED");
  }

  /** Whether it is neither MP4 nor MOV, and readers of these do not take it. */
  public boolean isForeign() {
    return !extension.equals(".mp4") && !extension.equals(".mov");
  }

  /** Whether it is a MOV file, which most readers of MP4 take only in part. */
  public boolean isQuickTime() {
    return extension.equals(".mov");
  }

  String extension() {
    return extension;
  }

  /** What follows the inputs on the command line, in force over what comes before. */
  List<String> arguments() {
    boolean transport = extension.endsWith("ts");
    return List.of((COMMON + " " + arguments + (transport ? transportNames() : "")).split(" "));
  }
}
