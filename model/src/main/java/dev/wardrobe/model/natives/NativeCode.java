package dev.wardrobe.model.natives;

/** What JavaCPP has to be told before it loads native code. */
public final class NativeCode {
  private static final String LOAD_LIBRARIES = "org.bytedeco.javacpp.loadLibraries";
  private static boolean prepared;

  private NativeCode() {}

  /** To be called before the first class with native code is used; again does nothing. */
  public static synchronized void prepare() {
    if (prepared) {
      return;
    }
    prepared = true;
    // Otherwise native memory is limited to four times the heap, and then refused.
    if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
      System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
      System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
    }
    acceptOpenBlas();
  }

  /**
   * Loads the class that compares the version of OpenBLAS with JavaCPP's, and would print a warning
   * at every start: the two are a release apart on purpose, and tested together (pom.xml). Whether
   * it warns is decided by the switch of loading native code, which nothing needs at that moment.
   */
  private static void acceptOpenBlas() {
    String before = System.getProperty(LOAD_LIBRARIES);
    System.setProperty(LOAD_LIBRARIES, "false");
    try {
      Class.forName(
          org.bytedeco.openblas.presets.openblas_nolapack.class.getName(),
          true,
          NativeCode.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(e.getMessage());
    } finally {
      if (before == null) {
        System.clearProperty(LOAD_LIBRARIES);
      } else {
        System.setProperty(LOAD_LIBRARIES, before);
      }
    }
  }
}
