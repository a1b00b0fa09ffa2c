package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.After;
import org.junit.Test;

/**
 * The golden travellers, and all manifests of the samples: the bytes that the command line writes. They go through records of
 * Java and back, so that nothing may be lost on the way.
 */
public class GoldenTest {
  private static final Path GOLDEN = Path.of(System.getenv("DARVAZA_SOURCE_DIR"), "tests/golden");

  private final Screener screener = Screener.open(Samples.INDEX);
  private ScreeningOptions options = ScreeningOptions.DEFAULTS;

  @After
  public void close() {
    screener.close();
  }

  @Test
  public void goldenTravellersGetGoldenAnswers() throws IOException {
    String expected = Files.readString(GOLDEN.resolve("answers.jsonl"));
    for (int most : new int[] {1, 7, 1024}) {
      assertEquals(expected, answers(GOLDEN.resolve("travellers.jsonl"), most));
    }
  }

  @Test
  public void postsGetGoldenAnswers() throws IOException {
    screener.swap(Samples.SHARED_INDEX);
    for (Line line : Line.values()) {
      String expected = Files.readString(GOLDEN.resolve("post-" + line + ".jsonl"));
      options = ScreeningOptions.DEFAULTS.withPost("UZB", line, new PartialDate(2026, 6, 15));
      assertEquals(expected, answers(GOLDEN.resolve("post-travellers.jsonl"), 4));
    }
  }

  @Test
  public void manifestsOfTheSamplesGiveTheBytesOfTheCommandLine() {
    assertTrue(Samples.manifests().size() >= 7);
    for (Path path : Samples.manifests()) {
      byte[] expected = Samples.run("screen", "--index", Samples.INDEX.toString(), path.toString());
      assertEquals(new String(expected, StandardCharsets.UTF_8), answers(path, 3));
    }
  }

  private String answers(Path path, int most) {
    StringBuilder lines = new StringBuilder();
    try (Manifest manifest = Manifest.open(path)) {
      for (List<Traveller> batch = manifest.next(most); !batch.isEmpty(); batch = manifest.next(most)) {
        lines.append(screener.screenBatchToJson(batch, options));
      }
    }
    return lines.toString();
  }
}
