package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ManifestTest {
  private static final byte[] CSV =
      """
      id,name,birth_date,nationality
      1,Chidi OKONKWO,1980-05,NGA
      2,Надер Дарьягозар,1971-03-02,IRN
      """
          .getBytes(StandardCharsets.UTF_8);

  @Test
  public void aManifestIsIteratedOver() {
    List<Traveller> travellers = new ArrayList<>();
    try (Manifest manifest = Manifest.of(CSV, "two.csv")) {
      manifest.forEach(travellers::add);
      ManifestSummary summary = manifest.summary();
      assertEquals(new ManifestSummary(ManifestFormat.CSV, true, 2, List.of()), summary);
    }
    assertEquals(List.of("1", "2"), travellers.stream().map(Traveller::id).toList());
    assertEquals("1980-05", travellers.get(0).birthDate().toString());
    assertEquals("Надер Дарьягозар", travellers.get(1).names().get(0).primary());
  }

  @Test
  public void filesThatAreMissingOrUnreadableAreNamed() {
    DarvazaException missing =
        assertThrows(DarvazaException.class, () -> Manifest.open(Path.of("missing.csv")));
    assertEquals(Status.INPUT_MISSING, missing.status());
    assertEquals("missing.csv", missing.file());
    try (Manifest noise = Manifest.of(new byte[] {0, 1, 2}, "noise")) {
      DarvazaException refused = assertThrows(DarvazaException.class, () -> noise.next(1));
      assertEquals(Status.INPUT_REFUSED, refused.status());
      assertEquals("noise", refused.file());
    }
  }

  @Test
  public void theSummaryIsThereAtTheEndOnly() {
    try (Manifest manifest = Manifest.of(CSV, "two.csv", ManifestFormat.CSV, 2026)) {
      assertThrows(DarvazaException.class, manifest::summary);
    }
  }

  @Test
  public void aManifestMayBeClosedBeforeItsEnd() {
    Manifest manifest = Manifest.of(CSV, "two.csv");
    assertEquals(1, manifest.next(1).size());
    manifest.close();
    manifest.close();
    assertThrows(IllegalStateException.class, () -> manifest.next(1));
  }
}
