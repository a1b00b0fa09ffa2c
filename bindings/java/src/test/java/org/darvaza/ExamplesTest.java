package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

public class ExamplesTest {
  /** The booth's zones of the samples: who is listed is referred, Bekzod Beknazarov (the fourth) is admitted. */
  @Test
  public void theCheckpointRefersWhoIsListedAndAdmitsWhoIsNot() throws Exception {
    Path booth = Samples.manifests().stream().filter(path -> path.endsWith("booth.mrz")).findFirst().get();
    List<String> lines = run(Files.readString(booth)).lines().toList();
    assertEquals(
        List.of("REFER", "REFER", "REFER", "ADMIT", "REFER"),
        lines.stream().filter(line -> !line.startsWith(" ")).toList());
    assertTrue(lines.get(1), lines.get(1).contains("un-sc QDi.906"));
  }

  /** What is no zone was not screened, and nobody is admitted for it. */
  @Test
  public void whatCannotBeReadIsReferred() throws Exception {
    assertTrue(run("P<IRN").startsWith("REFER\n  not screened: "));
  }

  private static String run(String zones) throws Exception {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setIn(new java.io.ByteArrayInputStream(zones.getBytes(StandardCharsets.US_ASCII)));
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Object arguments = new String[] {Samples.INDEX.toString()};
      Class.forName("CheckpointService").getMethod("main", String[].class).invoke(null, arguments);
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
