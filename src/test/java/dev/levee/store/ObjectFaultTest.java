package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.opendal.OpenDALException;
import org.junit.jupiter.api.Test;

class ObjectFaultTest {

  private static String denied(ObjectService service, String what) {
    return denied(service, service == ObjectService.S3, what, "");
  }

  private static String denied(ObjectService service, boolean amazon, String what, String more) {
    String said = "PermissionDenied (permanent) at x => S3Error { code: \"AccessDenied\"";
    return String.valueOf(
        new ObjectFault("the bucket", service, amazon)
            .of(what, new OpenDALException("PermissionDenied", said + more + " }"))
            .getMessage());
  }

  @Test
  void namesTheRightThatIsMissing() {
    String denied = "the bucket does not let these credentials do that; they may need ";
    assertThat(denied(ObjectService.S3, "list")).isEqualTo(denied + "s3:ListBucket");
    assertThat(denied(ObjectService.S3, "write")).isEqualTo(denied + "s3:PutObject");
    assertThat(denied(ObjectService.S3, "delete")).isEqualTo(denied + "s3:DeleteObject");
    assertThat(denied(ObjectService.S3, "copy"))
        .isEqualTo(denied + "s3:GetObject and s3:PutObject");
    assertThat(denied(ObjectService.S3, "read"))
        .startsWith(denied + "s3:GetObject, and s3:ListBucket without a condition on s3:prefix");
    assertThat(denied(ObjectService.GOOGLE, "read"))
        .isEqualTo(denied + "to list, read, write, delete");
    assertThat(denied(ObjectService.S3, false, "list", ", message: \"No.\""))
        .as("of another store that speaks S3")
        .isEqualTo(denied + "to list, read, write, delete; it says: No.");
  }
}
