package clipdesk.cutter.refusals;

/** Why a method other than the first was taken. The name of the constant is what reports show. */
public enum FallbackReason {
  /** The caller asked for a full re-encode. */
  REQUESTED,
  /** Neither MP4 nor MOV: MXF, MPEG-TS, Matroska and so on. */
  CONTAINER,
  /** {@code moof} or {@code mvex}: samples are described outside the {@code moov}. */
  FRAGMENTED,
  /** An edit list other than one leading empty edit and one real edit at normal speed. */
  MULTI_EDIT,
  /** Frames are not shown at the times their constant rate says. */
  TIMELINE,
  /** More than one sample description is in use. */
  SAMPLE_DESCRIPTIONS,
  /** The samples of a track lie in another file. */
  EXTERNAL_DATA,
  /** The index is larger than the limits allow. */
  INDEX_TOO_LARGE,
  /** Encrypted samples. */
  ENCRYPTED,
  HEVC,
  /** A video codec whose edges are not encoded here. */
  VIDEO_CODEC,
  /** Sound whose packets cannot be told from the sample tables. */
  SOUND_CODEC,
  /** {@code avc3}: parameter sets in the samples. */
  AVC3,
  /** A parameter set in a sample differs from the one in {@code avcC}. */
  IN_BAND_PARAMETER_SETS,
  /** Field pictures (picture-adaptive frame/field coding). */
  PAFF,
  /** {@code pic_order_cnt_type} 1. */
  POC_TYPE_1,
  /** Slice groups, arbitrary slice order, redundant pictures, data partitioning or SP/SI slices. */
  SLICE_TOOLS,
  /** The first sync sample after the in-point is no usable entry point. */
  ENTRY_POINT,
  /** A copied picture refers, or may refer, to a picture that is not copied. */
  DANGLING_REFERENCE,
  /** Long-term references in a stretch whose picture numbers would have to change. */
  LONG_TERM_REFERENCES,
  /** The SPS of the edges cannot equal the master's. */
  SPS_DIFFERS,
  /** The PPS of the edges cannot equal the master's. */
  PPS_DIFFERS,
  /** The chroma QP offset of the master's PPS is outside what the encoder can be told. */
  PPS_CHROMA_OFFSET,
  /** No free parameter set id is left. */
  PARAMETER_SET_IDS,
  /** A rewritten NAL unit does not fit its length field. */
  NAL_LENGTH,
  /** The encoder that this master needs is not in this build. */
  ENCODER_MISSING,
  /** The decoder or the encoder did not deliver the frames that were asked for. */
  CODEC_FAILED,
  /** The finished clip failed the structural check. */
  VERIFY_FAILED,
  /** Sound or other data, but no picture. Nothing can be cut. */
  NO_PICTURE,
  /** No container that is known here. Nothing can be cut. */
  NOT_A_VIDEO;

  /** Whether decoding every frame would help no more than copying. */
  public boolean isFinal() {
    return this == ENCRYPTED || this == NO_PICTURE || this == NOT_A_VIDEO;
  }
}
