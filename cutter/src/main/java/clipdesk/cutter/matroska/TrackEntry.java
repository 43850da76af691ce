package clipdesk.cutter.matroska;

import java.io.IOException;
import java.math.BigInteger;
import java.util.OptionalInt;

/** What a {@code TrackEntry} says (RFC 9559, 5.1.4.1). */
final class TrackEntry {
  static final int VIDEO = 1;
  static final int AUDIO = 2;

  /** Private to Matroska: content that is compressed, encrypted, or has bytes left out. */
  private static final int CONTENT_ENCODINGS = 0x6D80;

  private static final int ENCRYPTION = 1;

  int number;
  int type;
  String codec = "";
  String language = "eng";
  byte[] codecPrivate = {};
  long defaultDurationNanos;
  long codecDelayNanos;
  boolean encoded;
  boolean encrypted;
  int width;
  int height;
  int displayWidth;
  int displayHeight;
  double sampleRate = 8000;
  int channels = 1;
  int bits;
  OptionalInt displayUnit = OptionalInt.empty();

  private TrackEntry() {}

  static TrackEntry read(Element entry) throws IOException {
    var track = new TrackEntry();
    entry.children(track::take);
    return track;
  }

  private void take(Element element) throws IOException {
    switch (element.id()) {
      case 0xD7 -> number = (int) element.number();
      case 0x83 -> type = (int) element.number();
      case 0x86 -> codec = element.text();
      case 0x22B59C, 0x22B59D -> language = element.text();
      case 0x63A2 -> codecPrivate = element.binary();
      case 0x23E383 -> defaultDurationNanos = element.number();
      case 0x56AA -> codecDelayNanos = element.number();
      case CONTENT_ENCODINGS -> {
        encoded = true;
        element.children(encoding -> encoding.children(this::encoding));
      }
      case 0xE0 -> element.children(this::picture);
      case 0xE1 -> element.children(this::sound);
      default -> {}
    }
  }

  private void encoding(Element element) throws IOException {
    boolean isType = element.id() == 0x5033;
    encrypted |= element.id() == 0x5035 || (isType && element.number() == ENCRYPTION);
  }

  private void picture(Element element) throws IOException {
    switch (element.id()) {
      case 0xB0 -> width = (int) element.number();
      case 0xBA -> height = (int) element.number();
      case 0x54B0 -> displayWidth = (int) element.number();
      case 0x54BA -> displayHeight = (int) element.number();
      case 0x54B2 -> displayUnit = OptionalInt.of((int) element.number());
      default -> {}
    }
  }

  private void sound(Element element) throws IOException {
    switch (element.id()) {
      case 0xB5 -> sampleRate = element.real();
      case 0x9F -> channels = (int) element.number();
      case 0x6264 -> bits = (int) element.number();
      default -> {}
    }
  }

  /** Width of a pixel in its height, as a fraction; square unless a display size says other. */
  int[] pixelShape() {
    boolean said = displayWidth > 0 && displayHeight > 0 && displayUnit.orElse(0) == 0;
    if (!said || (long) displayWidth * height == (long) displayHeight * width) {
      return new int[] {1, 1};
    }
    long wide = (long) displayWidth * height;
    long high = (long) displayHeight * width;
    long common = BigInteger.valueOf(wide).gcd(BigInteger.valueOf(high)).longValue();
    return new int[] {Math.toIntExact(wide / common), Math.toIntExact(high / common)};
  }
}
