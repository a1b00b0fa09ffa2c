package org.darvaza;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** Memory that C keeps for Java is given back: the process does not grow with the number of calls. */
public class MemoryTest {
  private static final String ZONE =
      "P<IRNGOLBARFI<<MARIAM<<<<<<<<<<<<<<<<<<<<<<<\nL907712504IRN8807157F3007147<<<<<<<<<<<<<<<8\n";

  @Test
  public void theProcessDoesNotGrowWithTheNumberOfCalls() throws Exception {
    try (Screener screener = Screener.open(Samples.INDEX)) {
      for (int i = 0; i < 300; ++i) useEverything(screener);
      long before = residentBytes();
      for (int i = 0; i < 1000; ++i) useEverything(screener);
      long grown = residentBytes() - before;
      // One leaked answer a round would be 4 MiB and more.
      assertTrue(grown + " bytes", grown < (1 << 20));
    }
  }

  private static void useEverything(Screener screener) {
    List<Traveller> travellers = List.of(Samples.nader(), Samples.nobody());
    ScreeningOptions all = ScreeningOptions.DEFAULTS.withMinScoreBp(0).withThreads(1);
    screener.screenBatch(travellers, all);
    screener.screenBatchToJson(travellers, all);
    screener.checkDocument(new TravelDocument("T90512806", "P", "IRN"), all);
    screener.describe();
    Mrz.parse(ZONE);
    Comparison.of("Надер Дарьягозар", "Nader Daryagozar");
    try (Manifest manifest = Manifest.of("id,name\n1,A B\n".getBytes(), "one.csv")) {
      manifest.forEach(traveller -> {});
      manifest.summary();
    }
    fails(() -> screener.swap(Path.of("missing.dvz")));
    fails(() -> Screener.open(Path.of("missing.dvz")));
    fails(() -> Manifest.open(Path.of("missing.csv")));
    fails(() -> Mrz.parse("P<IRN"));
    fails(() -> screener.screen(Samples.nader(), all.withTop(0)));
  }

  private static void fails(Runnable call) {
    try {
      call.run();
    } catch (DarvazaException expected) {
      return;
    }
    throw new AssertionError("it should have failed");
  }

  private static long residentBytes() throws IOException {
    System.gc();
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
    return Long.parseLong(pages) * 4096;
  }
}
