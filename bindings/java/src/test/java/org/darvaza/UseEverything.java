package org.darvaza;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that the package can do, so many times: {@code UseEverything INDEX SHARED_INDEX ROUNDS}. What {@link MemoryTest} counts the memory
 * of. With a fourth argument every round forgets to close a manifest.
 */
public final class UseEverything {
  private static final String ZONE =
      "P<IRNGOLBARFI<<MARIAM<<<<<<<<<<<<<<<<<<<<<<<\nL907712504IRN8807157F3007147<<<<<<<<<<<<<<<8\n";

  private UseEverything() {}

  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[2]);
    try (Screener screener = Screener.open(Path.of(arguments[0]));
        Screener shared = Screener.open(Path.of(arguments[1]))) {
      for (int i = 0; i < rounds; ++i) {
        use(screener);
        useTerms(shared);
        if (arguments.length > 3) Manifest.of("id,name\n1,A B\n".getBytes(StandardCharsets.US_ASCII), "one.csv");
      }
    }
  }

  private static void use(Screener screener) {
    Traveller nader =
        Traveller.builder().name("Надер Дарьягозар").birthDate(1971, 3, 2).nationality("IRN").build();
    Traveller nobody = Traveller.builder().id("nobody").name("OKONKWO", "Chidi").build();
    List<Traveller> travellers = List.of(nader, nobody);
    ScreeningOptions all = ScreeningOptions.DEFAULTS.withMinScoreBp(0).withThreads(1);
    screener.screen(nader, all);
    screener.screenBatch(travellers, all);
    screener.screenBatchToJson(travellers, all);
    screener.checkDocument(new TravelDocument("T90512806", "P", "IRN"), all);
    screener.describe();
    Mrz.parse(ZONE);
    Comparison.of("Надер Дарьягозар", "Nader Daryagozar");
    try (Manifest manifest = Manifest.of("id,name\n1,A B\n".getBytes(StandardCharsets.US_ASCII), "one.csv")) {
      manifest.forEach(traveller -> {});
      manifest.summary();
    }
    fails(() -> screener.swap(Path.of("missing.dvz")));
    fails(() -> Screener.open(Path.of("missing.dvz")));
    fails(() -> Manifest.open(Path.of("missing.csv")));
    fails(() -> Mrz.parse("P<IRN"));
    fails(() -> screener.screen(nader, all.withTop(0)));
  }

  private static void useTerms(Screener shared) {
    Traveller gulbahor = Traveller.builder().name("SAVSANOV", "GULBAHOR").build();
    ScreeningOptions post = ScreeningOptions.DEFAULTS.withPost("UZB", Line.SECOND, new PartialDate(2026, 6, 15));
    if (shared.screen(gulbahor, post).candidates().get(0).terms().isEmpty()) throw new AssertionError();
    fails(() -> shared.screen(gulbahor, ScreeningOptions.DEFAULTS.withPost("Nowhere Land", null, null)));
  }

  private static void fails(Runnable call) {
    try {
      call.run();
    } catch (DarvazaException expected) {
      return;
    }
    throw new AssertionError("it should have failed");
  }
}
