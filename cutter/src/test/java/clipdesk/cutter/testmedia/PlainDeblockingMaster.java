package clipdesk.cutter.testmedia;

import clipdesk.cutter.h264.WithoutDeblockingControl;

/** The same pictures under a PPS that leaves no choice of the deblocking filter. */
record PlainDeblockingMaster(WithoutDeblockingControl pictures)
    implements ReplacedSamples.Replacement {
  static PlainDeblockingMaster of(byte[] configuration) {
    return new PlainDeblockingMaster(WithoutDeblockingControl.of(configuration));
  }

  @Override
  public byte[] configuration() {
    return pictures.configuration();
  }

  @Override
  public byte[] sample(int number, byte[] sample) {
    return pictures.sample(sample);
  }
}
