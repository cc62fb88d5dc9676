import config from "../../regard.config.ts";

/** How everything stands; of all items only which sources reported when (test/unit/infra/grants.test.ts). */
export const DOCTOR_GRANTS = {
  "AWS::StackId": ["cloudformation:DescribeStacks"],
  "Regard-production-data and AWS::StackId": ["cloudformation:ListStackResources"],
  [config.domain.certificateArn]: ["acm:DescribeCertificate"],
  "AccessLogTable and PortalTable": [
    "dynamodb:DescribeContinuousBackups",
    "dynamodb:DescribeTable",
    "dynamodb:DescribeTimeToLive",
  ],
  "PortalTable if dynamodb:LeadingKeys is sources": ["dynamodb:Query"],
  "PortalTable if dynamodb:Attributes is pk,v,sk,code,field,source,receivedAt,eraseAt if dynamodb:LeadingKeys is quarantine if dynamodb:Select is SPECIFIC_ATTRIBUTES":
    ["dynamodb:Query"],
  "arn:AWS::Partition:cloudwatch:AWS::Region:AWS::AccountId:alarm:Regard-production-Alarms*": [
    "cloudwatch:DescribeAlarms",
  ],
  "EncryptionKey if kms:ViaService is dynamodb.AWS::Region.amazonaws.com": ["kms:Decrypt", "kms:DescribeKey"],
  EncryptionKey: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus"],
  CompanySecret: ["secretsmanager:DescribeSecret"],
  AlarmsTopic3A2DFEBA: ["sns:ListSubscriptionsByTopic"],
  "EventDeadLetters and EventQueue and UndeliveredQueue": ["sqs:GetQueueAttributes"],
  "identity/MailIdentity": ["ses:GetEmailIdentity"],
  "*": ["ses:GetAccount"],
};
