package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.opendal.OpenDALException;
import org.junit.jupiter.api.Test;

class ObjectFaultTest {

  private static String denied(ObjectService service, String what) {
    String said = "PermissionDenied (permanent) at stat => S3Error { code: \"AccessDenied\" }";
    return String.valueOf(
        new ObjectFault("the bucket", service)
            .of(what, new OpenDALException("PermissionDenied", said))
            .getMessage());
  }

  @Test
  void namesTheRightThatIsMissing() {
    String denied = "the bucket does not let these credentials do that; they need ";
    assertThat(denied(ObjectService.S3, "list")).isEqualTo(denied + "s3:ListBucket");
    assertThat(denied(ObjectService.S3, "write")).isEqualTo(denied + "s3:PutObject");
    assertThat(denied(ObjectService.S3, "delete")).isEqualTo(denied + "s3:DeleteObject");
    assertThat(denied(ObjectService.S3, "copy"))
        .isEqualTo(denied + "s3:GetObject and s3:PutObject");
    assertThat(denied(ObjectService.S3, "read"))
        .startsWith(denied + "s3:GetObject, and s3:ListBucket without a condition on s3:prefix");
    assertThat(denied(ObjectService.GOOGLE, "read"))
        .isEqualTo(denied + "to list, read, write, delete");
  }
}
